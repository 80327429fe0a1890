/** Accounts, as services know them from the events of auth-service. */
@NullMarked
package org.parley.platform.events.account;

import org.jspecify.annotations.NullMarked;
