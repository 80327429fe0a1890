/** The rule on readers and moderators of categories, shared by all services. */
@NullMarked
package org.parley.platform.security.category;

import org.jspecify.annotations.NullMarked;
