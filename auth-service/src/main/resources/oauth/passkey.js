"use strict";

// Offers passkeys by a button, and by the browser's autofill; without this file the page works by password.
const form = document.getElementById("passkey");
const problem = document.getElementById("passkey-problem");
// The challenge ends after five minutes.
const RENEWAL = 4 * 60 * 1000;
let offer = new AbortController();

async function ask(more) {
  const answer = await fetch("/api/v1/auth/passkeys/sign-in-options", { method: "POST" });
  if (!answer.ok) {
    throw new Error("options " + answer.status);
  }
  const options = (await answer.json()).data;
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey, ...more });
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.submit();
}

async function show(event) {
  event.preventDefault();
  problem.hidden = true;
  offer.abort();
  try {
    await ask({});
  }
  catch (error) {
    problem.hidden = false;
  }
}

// The fields of the form have autocomplete="webauthn". Nobody has asked, so a failure is silent.
async function offerInFields() {
  offer.abort();
  offer = new AbortController();
  await ask({ mediation: "conditional", signal: offer.signal }).catch(() => {});
}

if (form && window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON) {
  form.hidden = false;
  form.addEventListener("submit", show);
  PublicKeyCredential.isConditionalMediationAvailable?.().then((available) => {
    if (available) {
      offerInFields();
      setInterval(() => document.hidden || offerInFields(), RENEWAL);
    }
  });
}
