/** Tokens of apps: issue, refresh, introspection, revocation and user info. */
@NullMarked
package org.parley.auth.oauth.token;

import org.jspecify.annotations.NullMarked;
