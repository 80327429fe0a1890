/** Tests of transactions. */
@NullMarked
package org.parley.platform.web.transaction;

import org.jspecify.annotations.NullMarked;
