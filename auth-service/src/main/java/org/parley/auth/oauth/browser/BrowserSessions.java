package org.parley.auth.oauth.browser;

import org.springframework.data.repository.CrudRepository;

/** All of them, by the hash of their secrets. */
interface BrowserSessions extends CrudRepository<BrowserSession, String> {

}
