/** The usage of quotas, for the owners of personal tokens and apps. */
@NullMarked
package org.parley.gateway.usage;

import org.jspecify.annotations.NullMarked;
