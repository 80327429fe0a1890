/** Events about notifications. */
@NullMarked
package org.parley.contracts.notification;

import org.jspecify.annotations.NullMarked;
