//! `/{p}/api/v1/openapi.json`: what programs can ask for, put together from what the rooms say of themselves.

use crate::{
    ctx::Ctx,
    errors::{Error, Result},
    http::{Answer, json},
    manifest::House,
};
use serde_json::{Map, Value, json};

/// The document of the API (OpenAPI 3.1).
///
/// # Errors
/// When a room's part is not JSON, or two rooms describe the same thing.
pub fn document(house: &House) -> Result<Value> {
    let (mut paths, mut schemas) = (Map::new(), Map::new());
    for room in house.rooms.iter().filter(|room| !room.openapi.is_empty()) {
        let mut part: Value = serde_json::from_str(room.openapi)?;
        let own = part.pointer_mut("/components/schemas").map(Value::take);
        let own = own.or_else(|| part.get_mut("schemas").map(Value::take));
        merge(&mut schemas, own, room.name)?;
        merge(&mut paths, part.get_mut("paths").map(Value::take), room.name)?;
    }
    Ok(json!({
        "openapi": "3.1.0",
        "info": { "title": "Kith", "version": env!("CARGO_PKG_VERSION") },
        "paths": paths,
        "components": { "schemas": schemas },
    }))
}

fn merge(all: &mut Map<String, Value>, part: Option<Value>, room: &str) -> Result<()> {
    let Some(Value::Object(part)) = part else { return Ok(()) };
    for (key, value) in part {
        if all.insert(key.clone(), value).is_some() {
            return Err(Error::failed(format!("{room} describes {key} a second time")));
        }
    }
    Ok(())
}

/// `GET /{p}/api/v1/openapi.json`.
pub async fn show(ctx: Ctx) -> Answer {
    ctx.partnership()?;
    json(&document(&ctx.app.house)?)
}
