package org.parley.auth.oauth.browser;

import org.springframework.data.repository.CrudRepository;

/** Repository of browser sessions, by the hash of their secret. */
interface BrowserSessions extends CrudRepository<BrowserSession, String> {

}
