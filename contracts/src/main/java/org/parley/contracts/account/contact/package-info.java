/** Events about the addresses of accounts, and mails to their owners. */
@NullMarked
package org.parley.contracts.account.contact;

import org.jspecify.annotations.NullMarked;
