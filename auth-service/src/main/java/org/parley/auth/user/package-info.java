/** User accounts: names, roles, bans and their repository. */
@NullMarked
package org.parley.auth.user;

import org.jspecify.annotations.NullMarked;
