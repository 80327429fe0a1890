/** Single-use secrets sent by mail, and the limits of mail requests. */
@NullMarked
package org.parley.auth.user.mailtoken;

import org.jspecify.annotations.NullMarked;
