// The answer follows what is typed. Without this the button does the same.

const form = document.querySelector("form[data-live]");

if (form) {
  const place = form.querySelector("[data-answer]");
  const said = document.querySelector("[data-said]");
  let waiting = 0;
  let asked = null;

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const query = new URLSearchParams(new FormData(form));
    query.delete("csrfmiddlewaretoken");
    try {
      const response = await fetch(`${form.dataset.live}?${query}`, { signal: asked.signal });
      if (!response.ok) return;
      place.innerHTML = await response.text();
      const headline = place.querySelector("[data-headline]");
      said.textContent = headline ? headline.dataset.says || headline.textContent : "";
    } catch (error) {
      if (error.name !== "AbortError") said.textContent = "The desk does not answer. Is it still running?";
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 350);
  };

  form.addEventListener("input", soon);

  // A foundation is asked of some kinds only.
  form.addEventListener("change", (event) => {
    for (const place of form.querySelectorAll("[data-kinds]")) {
      if (place.dataset.of !== event.target.name) continue;
      const kind = event.target.value;
      const typed = place.querySelector("select").value;
      place.hidden = kind !== "" && !typed && !place.dataset.kinds.split(",").includes(kind);
    }
  });

  // A federation has fields of its own: the page is asked for again.
  const kind = form.elements["school.category"];
  let before = kind?.value;
  kind?.addEventListener("change", () => {
    if ([before, kind.value].includes("federation")) form.submit();
    before = kind.value;
  });
}

const summary = document.querySelector(".govuk-error-summary");
// A browser that knows `autofocus` has done so by then.
if (summary) setTimeout(() => document.activeElement === document.body && summary.focus(), 200);
