/** Endpoints of OAuth 2.1 and OpenID Connect. */
@NullMarked
package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.NullMarked;
