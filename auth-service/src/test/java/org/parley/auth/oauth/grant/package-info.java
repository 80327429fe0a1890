/** Tests of what apps were permitted. */
@NullMarked
package org.parley.auth.oauth.grant;

import org.jspecify.annotations.NullMarked;
