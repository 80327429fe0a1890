/** Accounts, as services know them from the events of auth-service. */
@NullMarked
package org.parley.platform.readmodels.account;

import org.jspecify.annotations.NullMarked;
