
"use strict";

const form = document.querySelector(".filter");
const input = form.querySelector("input");
const lower = (text) => text.toLocaleLowerCase();
const rows = [...document.querySelectorAll("section.table tbody tr")];
const texts = rows.map((row) => lower([...row.cells].map((cell) => cell.textContent).join("\n")));
form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
input.addEventListener("input", () => {
  const wanted = lower(input.value).split(/\s+/).filter((word) => word);
  let shown = 0;
  rows.forEach((row, number) => {
    row.hidden = !wanted.every((word) => texts[number].includes(word));
    shown += row.hidden ? 0 : 1;
  });
  form.querySelector("output").textContent = wanted.length ? `${shown} of ${rows.length} rows` : "";
});

const panel = document.createElement("aside");
panel.id = "panel";
panel.hidden = true;
panel.tabIndex = -1;
panel.setAttribute("aria-labelledby", "panel-title");
document.body.append(panel);
let opener = null;

function close() {
  if (panel.hidden) return;
  panel.hidden = true;
  opener.closest("td").classList.remove("open");
}

function back() {
  if (panel.hidden) return;
  close();
  opener.focus();
}

function open(link) {
  if (opener) opener.closest("td").classList.remove("open");
  opener = link;
  const cell = link.closest("td");
  cell.classList.add("open");
  const heading = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
  const field = heading.dataset.field;
  const title = document.createElement("h2");
  title.id = "panel-title";
  title.textContent = `${heading.firstChild.textContent}: ${link.textContent}`;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "×";
  button.setAttribute("aria-label", "Close");
  button.addEventListener("click", back);
  panel.replaceChildren(title, button, ...behind(link.hash.slice(1), field));
  panel.hidden = false;
  panel.focus({ preventScroll: true });
  uncover(link.getBoundingClientRect(), panel.getBoundingClientRect());
}

function uncover(asked, words) {
  const beside = asked.right <= words.left;
  if (!beside && asked.bottom > words.top) scrollBy({ top: asked.bottom - words.top + 8 });
}

function leaves(event) {
  const stops = [panel, ...panel.querySelectorAll("a[href], button")];
  const last = event.shiftKey ? stops.slice(0, 2) : stops.slice(-1);
  return last.includes(document.activeElement);
}

function behind(record, field) {
  const parts = document.getElementById(record).cloneNode(true);
  parts.querySelectorAll("li").forEach((item) => {
    if (item.dataset.field !== field) item.remove();
  });
  parts.querySelectorAll(".passage, .cells").forEach((part) => {
    if (!part.querySelector("li")) part.remove();
  });
  parts.querySelector("h4").remove();
  return [...parts.childNodes];
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("tbody td a");
  if (link) {
    event.preventDefault();
    open(link);
  } else if (!event.target.closest("#panel")) {
    close();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") back();
  if (event.key === "Tab" && !panel.hidden && leaves(event)) {
    event.preventDefault();
    back();
  }
});
