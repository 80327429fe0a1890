/** The bans of an account. */
@NullMarked
package org.parley.auth.user.ban;

import org.jspecify.annotations.NullMarked;
