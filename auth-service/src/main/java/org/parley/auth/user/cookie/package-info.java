/** Cookies that are set when somebody signs in. */
@NullMarked
package org.parley.auth.user.cookie;

import org.jspecify.annotations.NullMarked;
