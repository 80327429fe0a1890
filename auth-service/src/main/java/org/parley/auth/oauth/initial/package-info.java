/** Initial access tokens for dynamic client registration (RFC 7591). */
@NullMarked
package org.parley.auth.oauth.initial;

import org.jspecify.annotations.NullMarked;
