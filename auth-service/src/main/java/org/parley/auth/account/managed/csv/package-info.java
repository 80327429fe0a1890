/** Accounts as CSV. */
@NullMarked
package org.parley.auth.account.managed.csv;

import org.jspecify.annotations.NullMarked;
