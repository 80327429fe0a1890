/** Accounts that administrators create, approve, rename and delete. */
@NullMarked
package org.parley.auth.account.managed;

import org.jspecify.annotations.NullMarked;
