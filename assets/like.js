// While somebody types a new record: what is perhaps there already, told beside its name. Without this file it is told when the form is sent.
"use strict";

const place = document.querySelector("[data-like]");
const typed = place && place.closest("form");
if (typed) {
  const asked = /^(name_|organization$|phones$|web$|mail$|location$)/;
  const told = place.firstElementChild;
  let waits = 0;
  let asking = new AbortController();
  const show = (found) => {
    const lines = found.map((one) => {
      const [line, link] = [document.createElement("li"), document.createElement("a")];
      link.href = one.href;
      // What is typed stays where it is.
      link.target = "_blank";
      link.textContent = one.name;
      line.append(link, ` ${one.why}`);
      return line;
    });
    told.querySelector("ul").replaceChildren(...lines);
    told.hidden = lines.length === 0;
  };
  const look = async () => {
    asking.abort();
    asking = new AbortController();
    const sent = [...new FormData(typed)].filter(([name, value]) => asked.test(name) && value !== "");
    const query = new URLSearchParams(sent);
    try {
      const answer = await fetch(`${place.dataset.like}?${query}`, { headers: { accept: "application/json" }, signal: asking.signal });
      show(await answer.json());
    } catch {
      // A newer question, or nobody there: the form tells it when it is sent.
    }
  };
  typed.addEventListener("input", (event) => {
    if (asked.test(event.target.name)) {
      clearTimeout(waits);
      waits = setTimeout(look, 600);
    }
  });
}
