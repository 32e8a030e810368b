// While somebody types a new record: what is perhaps there already, told beside its name. Without this file it is told when the form is sent.
"use strict";

const place = document.querySelector("[data-like]");
const typed = place && place.closest("form");
if (typed) {
  const asked = /^(name_|organization$|phones$|web$|mail$|location$)/;
  let waits = 0;
  let newest = 0;
  const look = async () => {
    const mine = (newest += 1);
    const sent = [...new FormData(typed)].filter(([name, value]) => asked.test(name) && value !== "");
    const answer = await fetch(`${place.dataset.like}?${new URLSearchParams(sent)}`, { headers: { accept: "application/json" } });
    const found = answer.ok ? await answer.json() : [];
    if (mine !== newest) {
      return;
    }
    const lines = found.map((one) => {
      const [line, link] = [document.createElement("li"), document.createElement("a")];
      link.href = one.href;
      link.textContent = one.name;
      line.append(link, ` ${one.why}`);
      return line;
    });
    place.querySelector("ul").replaceChildren(...lines);
    place.hidden = lines.length === 0;
  };
  typed.addEventListener("input", (event) => {
    if (asked.test(event.target.name)) {
      clearTimeout(waits);
      waits = setTimeout(look, 500);
    }
  });
}
