import { parse } from "node-html-parser";

/** A browser without JavaScript that stores cookies, follows redirects and submits forms. */
export class Browser {
  #cookies = new Map();
  #headers;

  /** @param address the client address, which the gateway uses for rate limits */
  constructor(address) {
    this.#headers = { "X-Forwarded-For": address, Accept: "text/html" };
  }

  /**
   * Goes there, and on to wherever it is sent.
   * @param stop an address at whose beginning it stops: that of the application
   * @returns the page with its address, or the address alone at which it has stopped
   */
  async go(address, stop, request = {}) {
    const url = new URL(address);
    const response = await fetch(url, {
      redirect: "manual",
      ...request,
      headers: { ...this.#headers, Cookie: this.#cookie(), ...request.headers },
    });
    this.#keep(response.headers.getSetCookie());
    const next = response.headers.get("Location");
    if (!next) {
      return { url, status: response.status, page: parse(await response.text()) };
    }
    const target = new URL(next, url);
    return stop && target.href.startsWith(stop) ? { url: target } : this.go(target, stop);
  }

  /** Fills in and submits the form with the given action. */
  async submit({ url, page }, action, fields = {}, stop) {
    const form = page.querySelectorAll("form").find((each) => each.getAttribute("action").startsWith(action));
    if (!form) {
      throw new Error(`There is no form for ${action} at ${url}: ${page.text.replace(/\s+/g, " ")}`);
    }
    const body = new URLSearchParams();
    for (const input of form.querySelectorAll("input")) {
      body.append(input.getAttribute("name"), input.getAttribute("value") ?? "");
    }
    for (const [name, value] of Object.entries(fields)) {
      body.set(name, value);
    }
    return this.go(new URL(form.getAttribute("action"), url), stop, {
      method: "POST",
      body,
      headers: { Origin: url.origin },
    });
  }

  #cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  #keep(lines) {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value === "" || /max-age=0/i.test(line)) {
        this.#cookies.delete(name);
      } else {
        this.#cookies.set(name, value);
      }
    }
  }
}
