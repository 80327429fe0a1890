/** Sign-out on behalf of apps (OpenID Connect RP-Initiated Logout). */
@NullMarked
package org.parley.auth.oauth.logout;

import org.jspecify.annotations.NullMarked;
