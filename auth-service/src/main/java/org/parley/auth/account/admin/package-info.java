/** The administration of accounts. */
@NullMarked
package org.parley.auth.account.admin;

import org.jspecify.annotations.NullMarked;
