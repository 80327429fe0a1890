/** What administrators see of accounts and do to them. */
@NullMarked
package org.parley.auth.account.admin;

import org.jspecify.annotations.NullMarked;
