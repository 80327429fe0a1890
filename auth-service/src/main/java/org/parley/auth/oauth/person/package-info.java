/**
 * The signed-in user of a browser, and the scopes that they may grant.
 */
@NullMarked
package org.parley.auth.oauth.person;

import org.jspecify.annotations.NullMarked;
