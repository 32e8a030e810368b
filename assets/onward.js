// A page that only leads on: presses its one button. Without this file a person presses it.
"use strict";

const onward = document.querySelector("[data-onward] form");
if (onward) {
  onward.addEventListener("submit", () => {
    onward.querySelector("button").disabled = true;
  });
  onward.requestSubmit();
}
