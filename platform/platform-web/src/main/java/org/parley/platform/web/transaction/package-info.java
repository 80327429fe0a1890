/** Changes in one transaction, whole or not at all. */
@NullMarked
package org.parley.platform.web.transaction;

import org.jspecify.annotations.NullMarked;
