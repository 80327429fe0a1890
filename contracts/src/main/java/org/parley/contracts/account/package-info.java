/** Events about accounts and their sessions. */
@NullMarked
package org.parley.contracts.account;

import org.jspecify.annotations.NullMarked;
