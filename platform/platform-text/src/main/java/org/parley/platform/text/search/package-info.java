/** Terms of texts, the same for documents and queries of every search. */
@NullMarked
package org.parley.platform.text.search;

import org.jspecify.annotations.NullMarked;
