// Text without its Vietnamese marks, and where each letter of it came from.

/** Equal letters for equal words: "Đảng bộ" and "dang bo" when neither marks nor case count. */
export function folded(text, { marks, cases }) {
  const letters = [];
  const from = [];
  let at = 0;
  for (const letter of text) {
    let plain = cases ? letter : letter.toLowerCase();
    if (!marks) plain = plain.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gu, "d").replace(/Đ/gu, "D");
    for (const unit of plain.split("")) {
      letters.push(unit);
      from.push(at);
    }
    at += letter.length;
  }
  from.push(at);
  return { text: letters.join(""), from };
}
