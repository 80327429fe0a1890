/** Tests of accounts as services know them. */
@NullMarked
package org.parley.platform.events.account;

import org.jspecify.annotations.NullMarked;
