/** Dynamic client registration (RFC 7591) and its management (RFC 7592). */
@NullMarked
package org.parley.auth.oauth.registration;

import org.jspecify.annotations.NullMarked;
