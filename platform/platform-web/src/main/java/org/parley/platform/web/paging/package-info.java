/** Lists, page by page. */
@NullMarked
package org.parley.platform.web.paging;

import org.jspecify.annotations.NullMarked;
