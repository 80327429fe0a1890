/** Tests of accounts as services know them. */
@NullMarked
package org.parley.platform.readmodels.account;

import org.jspecify.annotations.NullMarked;
