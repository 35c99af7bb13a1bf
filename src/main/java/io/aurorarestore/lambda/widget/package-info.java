/**
 * The custom widget of the CloudWatch dashboard: HTML pages of all restores and of one. Never here: anything that changes
 * something. Read {@code WidgetHandler}.
 */
package io.aurorarestore.lambda.widget;
