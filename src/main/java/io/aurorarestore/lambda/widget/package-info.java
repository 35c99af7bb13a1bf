/**
 * The custom widget of the CloudWatch dashboard: an HTML page that lists restores. Never here: anything that changes
 * something. Read {@code WidgetHandler}.
 */
package io.aurorarestore.lambda.widget;
