/** Events about categories and subscriptions. */
@NullMarked
package org.parley.contracts.forum.category;

import org.jspecify.annotations.NullMarked;
