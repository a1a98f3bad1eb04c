// What a reader has chosen on a page, kept behind the # of its address, which browsers send to nobody.

export const kept = () => new URLSearchParams(location.hash.slice(1));

export function keep(name, value) {
  const query = kept();
  if (value) query.set(name, value);
  else query.delete(name);
  const text = query.toString();
  if (text !== kept().toString()) history.pushState(null, "", location.pathname + location.search + (text && `#${text}`));
}
