// A slider over the days on which the law changed. Without this the table says the same.

const place = document.querySelector("[data-days]");

if (place) {
  const slider = place.querySelector("input");
  const said = place.querySelector("[data-said]");
  const days = [...place.querySelectorAll("li")];

  const show = () => {
    const day = days[slider.value];
    document.querySelectorAll(".desk-stretch--shown").forEach((row) => row.classList.remove("desk-stretch--shown"));
    const row = document.getElementById(day.dataset.row);
    row.classList.add("desk-stretch--shown");
    slider.setAttribute("aria-valuetext", day.textContent);
    said.textContent = `${day.textContent}: ${row.dataset.says}`;
  };

  slider.value = days.findIndex((day) => "now" in day.dataset);
  slider.addEventListener("input", show);
  place.hidden = false;
  show();
}
