// A page of long work asks again by itself until it is done. Without this its link does so; a page that reloads would take the focus away.

const again = async () => {
  try {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.querySelector("[role=status]");
    if (!now || !page.querySelector("[data-again]")) return location.reload();
    document.querySelector("[role=status]").innerHTML = now.innerHTML;
  } catch {
    return;
  }
  setTimeout(again, 2000);
};

setTimeout(again, 1000);
