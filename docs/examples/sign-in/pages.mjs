import { randomUUID } from "node:crypto";

const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What people wrote is text, never markup. */
const text = (value) => String(value ?? "").replace(/[&<>"']/g, (sign) => signs[sign]);

const page = (content) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Sign in with Parley</title>
<main>${content}</main>
</html>
`;

/** The only page: who is signed in, and a reply to write. */
export function home(visit, query) {
  if (!visit.person) {
    return page(`<h1>Welcome</h1><p><a href="/sign-in">Sign in with Parley</a></p>`);
  }
  const posted = query.has("number") ? `<p role="status">Your reply is number ${text(query.get("number"))}.</p>` : "";
  const csrf = `<input type="hidden" name="csrf" value="${visit.csrf}">`;
  return page(`<h1>Hello, ${text(visit.person.name)}</h1>${posted}
<form method="post" action="/replies">${csrf}<input type="hidden" name="key" value="${randomUUID()}">
<p><label>Thread <input name="thread" value="${text(query.get("thread"))}" required></label></p>
<p><label>Reply <textarea name="content" required></textarea></label></p>
<button>Reply</button></form>
<form method="post" action="/sign-out">${csrf}<button>Sign out</button></form>`);
}

/** Something went wrong, in words for who uses it. */
export function problem(words) {
  return page(`<h1>That did not work</h1><p role="alert">${text(words)}</p><p><a href="/">Back</a></p>`);
}
