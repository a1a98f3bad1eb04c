// What a reader has chosen on a page, kept in its address: a link to it shows the same again.

export const chosen = () => new URLSearchParams(location.search);

export function choose(values) {
  const query = chosen();
  for (const [name, value] of Object.entries(values)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  if (text !== chosen().toString()) history.pushState(null, "", location.pathname + (text && `?${text}`));
}
