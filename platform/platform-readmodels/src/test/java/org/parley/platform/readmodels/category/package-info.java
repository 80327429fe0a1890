/** Tests of the rights of readers and moderators of categories. */
@NullMarked
package org.parley.platform.readmodels.category;

import org.jspecify.annotations.NullMarked;
