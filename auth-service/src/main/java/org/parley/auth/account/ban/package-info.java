/** Bans of users. */
@NullMarked
package org.parley.auth.account.ban;

import org.jspecify.annotations.NullMarked;
