/** Readers and moderators of categories: one rule for all services. */
@NullMarked
package org.parley.platform.security.category;

import org.jspecify.annotations.NullMarked;
