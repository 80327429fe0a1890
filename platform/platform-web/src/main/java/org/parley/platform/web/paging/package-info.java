/** Paging through lists. */
@NullMarked
package org.parley.platform.web.paging;

import org.jspecify.annotations.NullMarked;
