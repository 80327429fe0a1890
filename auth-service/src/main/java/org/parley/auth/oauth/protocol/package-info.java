/** OAuth 2.1 and OpenID Connect: the endpoints by which apps ask people for access. */
@NullMarked
package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.NullMarked;
