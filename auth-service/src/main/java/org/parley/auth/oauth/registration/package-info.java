/** Programs that register themselves as apps: RFC 7591 and RFC 7592. */
@NullMarked
package org.parley.auth.oauth.registration;

import org.jspecify.annotations.NullMarked;
