//! How an object is declared: once, for its type, its table and its place in a package.

/// The name of a column: that of the member in Rust, unless Rust has taken the word.
macro_rules! name_of {
    ($column:ident) => {
        stringify!($column)
    };
    ($column:ident $name:literal) => {
        $name
    };
}

macro_rules! many {
    (many) => {
        true
    };
    (one) => {
        false
    };
    (one_required) => {
        false
    };
}

macro_rules! required {
    (one_required) => {
        true
    };
    ($other:ident) => {
        false
    };
}

/// Declares all objects: their types, their tables, and the package that holds rows of each.
macro_rules! objects {
    ($(
        $Object:ident $rows:ident $table:literal in $path:literal: $what:literal {
            $( $column:ident $(as $name:literal)?: $Cell:ty = $Holds:ident $(.$rule:ident($($argument:expr)?))*, $about:literal; )*
            => { $( $part:ident: $Part:ty = $often:ident $of:literal; )* }
        }
    )*) => {
        /// All tables, in the order of the standard's own package.
        pub(crate) static TABLES: &[&crate::standard::Table] = &[$(<$Object as super::Object>::TABLE),*];

        $(
            #[doc = $what]
            #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
            pub struct $Object {
                $(
                    #[doc = $about]
                    #[serde(default, skip_serializing_if = "super::Absent::is_absent" $(, rename = $name)?)]
                    pub $column: $Cell,
                )*
                $(
                    #[doc = concat!("What stands within it in JSON as `", stringify!($part), "`.")]
                    #[serde(default, skip_serializing_if = "super::Absent::is_absent")]
                    pub $part: $Part,
                )*
                /// Members that the standard does not know.
                #[serde(flatten)]
                pub extra: serde_json::Map<String, serde_json::Value>,
            }

            impl super::Object for $Object {
                const TABLE: &'static crate::standard::Table = &crate::standard::Table {
                    name: $table,
                    path: $path,
                    about: $what,
                    columns: &[
                        $( crate::standard::Column::new(name_of!($column $($name)?), $about, crate::values::Type::$Holds)
                            $(.$rule($($argument)?))*, )*
                    ],
                    parts: &[
                        $( crate::standard::Part {
                            name: stringify!($part),
                            table: $of,
                            many: many!($often),
                            required: required!($often),
                        }, )*
                    ],
                };

                fn cells(&self) -> Vec<std::borrow::Cow<'_, str>> {
                    vec![$(super::Cell::text(&self.$column)),*]
                }

                fn put(&mut self, column: usize, text: &str) {
                    match Self::TABLE.columns.get(column).map(|column| column.name) {
                        $( Some(name_of!($column $($name)?)) => self.$column = super::Cell::of(text), )*
                        _ => {}
                    }
                }
            }
        )*

        /// The rows of a package, table by table.
        ///
        /// For directories that fit into memory. [`crate::package::read`] hands out one row after another instead.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Package {
            $(
                #[doc = concat!("Rows of `", $path, "`.")]
                pub $rows: Vec<$Object>,
            )*
        }

        impl Package {
            /// Takes a row of a package, where its table is one of the standard.
            pub(crate) fn take(&mut self, row: &crate::package::Row<'_>) {
                match row.table().name.as_str() {
                    $( $table => self.$rows.push(row.object()), )*
                    _ => {}
                }
            }

            /// Takes an object in JSON, where it is one of that table's.
            pub(crate) fn push(&mut self, table: &str, value: serde_json::Value) {
                match table {
                    $( $table => self.$rows.extend(serde_json::from_value::<$Object>(value).ok()), )*
                    _ => {}
                }
            }

            /// Writes the rows of all tables.
            pub(crate) fn each_table<W: std::io::Write + std::io::Seek>(
                &self,
                writer: &mut crate::write::Writer<W>,
            ) -> std::io::Result<()> {
                $( writer.table::<$Object>(&self.$rows)?; )*
                Ok(())
            }

            /// How many rows there are in all tables.
            pub fn rows(&self) -> usize {
                0 $( + self.$rows.len() )*
            }
        }
    };
}
