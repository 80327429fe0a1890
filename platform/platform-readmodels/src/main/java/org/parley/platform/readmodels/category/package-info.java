/** The rule on readers and moderators of categories, shared by all services. */
@NullMarked
package org.parley.platform.readmodels.category;

import org.jspecify.annotations.NullMarked;
